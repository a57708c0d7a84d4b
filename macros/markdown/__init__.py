"""Pages as Markdown, for those who read them without a browser: printed from the same views as the HTML."""
