namespace Participatie.Web.Reading.OpenData.Datasets;

/// <summary>One evening, of which all examples in the description of the API are.</summary>
internal static class Examples
{
    public const string AreaSlug = "utrecht-overvecht";
    public const string AreaName = "Utrecht Overvecht";
    public const string TableSlug = "wijktafel-overvecht";
    public const string TableName = "Wijktafel Overvecht";
    public const string MeetingTitle = "Geld voor de buurt";
    public const string ItemTitle = "Jongerenwerk";
    public const string DecisionText = "Besteed 30% van het geld aan jongerenwerk.";

    public static readonly Addresses Site = new(static path => $"https://tafels.example{path}");

    public static readonly Guid Meeting = new("0199a1c4-5d3e-7c55-9a51-3f6d1b0e7a21");
    public static readonly Guid Item = new("0199a1c4-5d3e-7d01-8b7e-55d0c4a1f302");
    public static readonly Guid Poll = new("0199a1c4-5d3e-7e9a-a0c3-91be27d44c13");
    public static readonly Guid Decision = new("0199a1c4-5d3e-7f10-b6d8-0c2ae8f1b924");

    public static readonly DateTimeOffset Evening = new(2026, 10, 6, 17, 30, 0, TimeSpan.Zero);

    public static DateOnly Day => DateOnly.FromDateTime(Evening.DateTime);
}
