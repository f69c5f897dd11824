using System.ComponentModel.DataAnnotations;

namespace Participatie.Web.Minutes;

/// <summary>The limits of minutes; section <c>Minutes</c> of the configuration.</summary>
public sealed class MinutesOptions
{
    /// <summary>In characters: about eighty printed pages.</summary>
    [Range(1_000, 2_000_000)]
    public int LongestText { get; set; } = 200_000;

    /// <summary>Where attachments are kept; never below what the web server shows.</summary>
    [Required]
    public string AttachmentFolder { get; set; } = "data/bijlagen";

    /// <summary>In megabytes.</summary>
    [Range(1, 50)]
    public int LargestAttachmentMegabytes { get; set; } = 20;

    /// <summary>In bytes.</summary>
    public long LargestAttachment => LargestAttachmentMegabytes * 1024L * 1024;
}
