using Participatie.Testing.Databases;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
