"""Files people hand in: pictures, tables and documents of one run, without a browser.

Every kind of file stands in one module and in `registry.KINDS`; pages and the command line both ask
`job.files_of`.
"""
