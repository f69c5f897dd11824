using Participatie.Core.Privacy;

namespace Participatie.Web.Privacy.Numbers;

/// <summary>A form that somebody sent with numbers in it that had better not be there.</summary>
/// <param name="Action">Where it was sent.</param>
/// <param name="Numbers">Each once.</param>
/// <param name="Fields">All that was filled in.</param>
/// <param name="Files">The fields that files were in: a browser does not send those a second time by itself.</param>
public sealed record FoundNumbers(string Action, IReadOnlyList<ForbiddenNumber> Numbers, IReadOnlyList<FilledField> Fields, IReadOnlyList<string> Files);

/// <summary>A field of a form as it was filled in.</summary>
/// <param name="Name">As the form calls it.</param>
/// <param name="Value">As it was sent.</param>
/// <param name="HasNumber">This one is shown, to be changed.</param>
public sealed record FilledField(string Name, string Value, bool HasNumber);
