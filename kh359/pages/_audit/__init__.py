"""Parts of the page Soi kế hoạch."""
