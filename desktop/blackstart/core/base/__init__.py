"""What every room of core stands on: errors, findings, ids, time, texts, safe YAML."""
