"""What is to be fixed before the next run of the drill, carried over until it is done."""
