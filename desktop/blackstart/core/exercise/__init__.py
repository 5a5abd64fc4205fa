"""The drill: topology and script, its file, its checks."""
