namespace Participatie.Web.Shared;

/// <summary>
/// Marks the texts of the interface. The plain Dutch sentence is the key and stands where it is shown; another language
/// is one file beside this one, <c>Texts.en.resx</c>, and what it lacks falls back to the Dutch.
/// </summary>
public sealed class Texts;
