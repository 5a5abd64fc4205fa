"""What the records of a file may hold: one shape reads them, gathers their faults and gives their JSON Schema."""
