using System.Reflection;
using CsvHelper;

namespace Participatie.Web.Privacy;

/// <summary>All that is personal in the database (<c>register.csv</c>): the privacy page and the DPIA are filled from it.</summary>
public static class PersonalDataRegister
{
    private static readonly Lazy<IReadOnlyList<PersonalDatum>> Read = new(() =>
    {
        using var csv = CsvReader.Create(Assembly.GetExecutingAssembly().GetManifestResourceStream("register.csv")!);
        return
        [
            .. csv.GetRecords<RegisterLine>().Select(line => new PersonalDatum(
                line.Table, line.Column, Enum.Parse<Whose>(line.Whose), line.What, line.Purpose, Enum.Parse<Basis>(line.Basis), Enum.Parse<Kept>(line.Kept))),
        ];
    });

    public static IReadOnlyList<PersonalDatum> All => Read.Value;
}

/// <summary>A line of <c>register.csv</c>.</summary>
[CsvRecord]
public sealed partial record RegisterLine(string Table, string Column, string Whose, string What, string Purpose, string Basis, string Kept);
