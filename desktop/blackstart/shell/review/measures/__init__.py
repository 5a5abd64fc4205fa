"""What can be measured of a run, in one sheet; each row leads to its second."""
