using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Help;

/// <summary>How to take part, in the language of who does.</summary>
[ForResidents]
public sealed class ResidentModel : PageModel;
