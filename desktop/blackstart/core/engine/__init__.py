"""The failure model BS-1: what fails, what holds, what comes back, and why (see MODEL.md)."""
