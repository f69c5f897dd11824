namespace Participatie.Web.Shared.Languages;

/// <summary>
/// Marks a page that residents use in the hall: it speaks the language of the phone, in the letters that its owner chose.
/// All other pages are the same for everybody, and Dutch.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForResidentsAttribute : Attribute;
