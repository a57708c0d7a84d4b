"""The site while somebody edits it: each page is made when it is asked for, from the data as it is at that moment.

__main__   what `make serve` runs
server     answers requests, and tells open pages what happened
editing    notices what was changed, and has the site of it
pages      makes a page or a file, by the steps that a build takes
watching   how the files stand that something is made of
"""
