using Participatie.Browser.Tests;
using Participatie.Testing.Databases;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
[assembly: AssemblyFixture(typeof(BrowserFixture))]

// A browser test waits more than it computes: on motion, on a timer, on a page.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
