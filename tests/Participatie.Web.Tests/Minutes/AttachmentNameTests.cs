using Participatie.Web.Minutes.Attachments;

namespace Participatie.Web.Tests.Minutes;

/// <summary>Which files a text needs.</summary>
public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("![De kaart](kaart.png)", true)]
    [InlineData("![De kaart](KAART.PNG)", true)]
    [InlineData("Zie kaart.png.", true)]
    [InlineData("![De oude kaart](oude-kaart.png)", false)]
    [InlineData("![De kaart](kaart.png-2)", false)]
    [InlineData("Een kaart van het plein", false)]
    [InlineData(null, false)]
    public void A_name_counts_where_it_stands_whole(string? text, bool named) => Assert.Equal(named, Attachment.IsNamed("kaart.png", text));
}
