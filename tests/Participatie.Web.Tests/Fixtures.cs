using Participatie.Testing.Databases;
using Participatie.Testing.Hub;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
[assembly: AssemblyFixture(typeof(HubPhones))]

// A test waits for the database and for answers as much as it computes.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
