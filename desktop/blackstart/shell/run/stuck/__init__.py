"""What cannot come back as things stand, called out to the facilitator."""
