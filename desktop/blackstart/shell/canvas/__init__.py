"""The map: plain values in, paint out; knows no play."""
