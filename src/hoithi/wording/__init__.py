"""The sentence for each refusal, shared by web, live and command."""
