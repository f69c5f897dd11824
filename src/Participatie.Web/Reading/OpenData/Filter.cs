using Microsoft.OpenApi;

namespace Participatie.Web.Reading.OpenData;

/// <summary>By what a dataset can be narrowed down.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Meaning">What it does, for whoever reads the description of the API.</param>
/// <param name="Example">A value that makes sense.</param>
/// <param name="Condition">What it asks of a query that names areas <c>a</c>, tables <c>t</c>, meetings <c>m</c> and decisions <c>d</c>.</param>
/// <param name="Read">The parameters of the condition; null when the value makes no sense.</param>
public sealed record Filter(string Name, string Meaning, string Example, string Condition, Func<string, (string Name, object Value)[]?> Read)
{
    public JsonSchemaType Type { get; init; } = JsonSchemaType.String;

    /// <summary>The only values there are; null when others can be thought of.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Is there such a thing? Otherwise an empty list would hide a mistake.</summary>
    public Func<PublicPlaces, string, CancellationToken, Task<bool>> IsThere { get; init; } = static (_, _, _) => Task.FromResult(true);
}
