namespace Participatie.Web.Privacy.Numbers;

/// <summary>A page whose forms carry passwords and codes: they are never sent back, so <see cref="AskAboutNumbers"/> does not ask there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesSecretsAttribute : Attribute;
