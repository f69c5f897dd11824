using System.Data.Common;
using System.Reflection;
using CsvHelper;
using Participatie.Web.Data;

namespace Participatie.Web.Tables;

/// <summary>Puts the twenty focus areas of the national programme in the database. What is there already stays as it is.</summary>
public sealed class SeedAreas(DbDataSource db)
{
    public Task<int> RunAsync(CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            var areas = Read();
            await tx.ExecuteAsync(MunicipalitySql, areas.DistinctBy(area => area.Tooi, StringComparer.Ordinal), ct);
            return await tx.ExecuteAsync(AreaSql, areas, ct);
        },
        ct);

    private const string MunicipalitySql =
        "insert into municipalities (tooi, name) values (@Tooi, @Municipality) on conflict (tooi) do nothing";

    private const string AreaSql =
        "insert into areas (slug, name, municipality) values (@Slug, @Name, @Tooi) on conflict (slug) do nothing";

    private static List<FocusArea> Read()
    {
        using var csv = CsvReader.Create(Assembly.GetExecutingAssembly().GetManifestResourceStream("focus-areas.csv")!);
        return [.. csv.GetRecords<FocusArea>()];
    }
}

/// <summary>A line of <c>focus-areas.csv</c>; TOOI is the government's register of municipalities.</summary>
[CsvRecord]
public sealed partial record FocusArea(string Slug, string Name, string Municipality, string Tooi);
