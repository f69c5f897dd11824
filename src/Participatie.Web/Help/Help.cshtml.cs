using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Help;

/// <summary>Where somebody who wants to know how it works finds the page for what they do.</summary>
[ForResidents]
public sealed class HelpModel : PageModel;
