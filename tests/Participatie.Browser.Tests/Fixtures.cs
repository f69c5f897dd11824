using Participatie.Browser.Tests;
using Participatie.Testing.Databases;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
[assembly: AssemblyFixture(typeof(BrowserFixture))]
