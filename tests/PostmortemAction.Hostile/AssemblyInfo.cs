// The cases measure time and memory, and look at the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
