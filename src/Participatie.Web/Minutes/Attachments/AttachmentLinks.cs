using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.Extensions.Localization;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes.Attachments;

/// <summary>Links and pictures in minutes that name an attachment: <c>[het rapport](rapport.pdf)</c>, <c>![de kaart](kaart.png)</c>.</summary>
public sealed partial class AttachmentLinks(IStringLocalizer<Texts> texts)
{
    /// <summary>What a writer types to refer to an attachment.</summary>
    public string Typed(Attachment attachment) => attachment.IsImage
        ? texts["![Schrijf hier wat je ziet]({0})", attachment.Name]
        : texts["[Schrijf hier wat het is]({0})", attachment.Name];

    /// <summary>Points a link at the attachment that it names.</summary>
    /// <param name="link">Part of the text.</param>
    /// <param name="attachments">What there is.</param>
    /// <param name="attached">Gets the attachment.</param>
    /// <param name="mistakes">Gets what is wrong with the link.</param>
    /// <returns>False when it names none.</returns>
    public bool Attach(LinkInline link, IReadOnlyList<Attachment> attachments, ISet<Attachment> attached, ICollection<Mistake> mistakes)
    {
        if (link.Url is not { } name || !FileName().IsMatch(name))
            return false;

        if (attachments.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } attachment)
        {
            Complain(texts["Er is geen bijlage die ‘{0}’ heet. Voeg het bestand toe bij ‘Bijlagen’. Is het een website? Begin dan met https://.", name]);
            return false;
        }

        attached.Add(attachment);
        link.Url = attachment.Address;
        link.IsImage &= attachment.IsImage;
        if (link.IsImage)
            link.GetAttributes().AddProperty("loading", "lazy");
        if (!link.Descendants().OfType<LiteralInline>().Any(literal => !literal.Content.IsEmptyOrWhitespace()))
            Complain(texts["Schrijf tussen de rechte haken wat er in ‘{0}’ te zien is. Wie het niet kan zien, hoort dat.", attachment.Name]);
        return true;

        void Complain(string sentence) => mistakes.Add(new Mistake(link.Line + 1, sentence));
    }

    [GeneratedRegex(@"^[^\s/\\:#?]+\.[A-Za-z]{3,4}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
