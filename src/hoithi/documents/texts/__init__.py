"""Takes the text out of documents (.docx, .pdf, .html, .txt, .md): bytes in, lines out."""
