namespace Participatie.Web.Accounts;

/// <summary>One text field of a staff form: its label, its hint and what was wrong with it, tied together for a screen reader.</summary>
/// <param name="Name">The name under which the form sends it, and its key in the model state.</param>
/// <param name="Autocomplete">What a password manager may fill in, https://html.spec.whatwg.org/#autofill.</param>
public sealed record FormField(string Name, string Label, string Type, string Autocomplete, string? Value = null, string? Hint = null);
