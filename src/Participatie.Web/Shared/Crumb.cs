namespace Participatie.Web.Shared;

/// <summary>One step of the way back: a page above this one.</summary>
public sealed record Crumb(string Text, string Address);
