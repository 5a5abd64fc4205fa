"""The drawn map: components, needs, zones, crews; edits of them, records, graph views."""
