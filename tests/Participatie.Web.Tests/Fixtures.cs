using Participatie.Testing.Databases;
using Participatie.Testing.Hub;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
[assembly: AssemblyFixture(typeof(HubPhones))]
