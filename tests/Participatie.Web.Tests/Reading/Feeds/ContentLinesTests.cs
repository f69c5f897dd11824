using System.Text;
using Participatie.Web.Reading.Feeds;

namespace Participatie.Web.Tests.Reading.Feeds;

public sealed class ContentLinesTests
{
    [Fact]
    public void Every_line_ends_with_a_carriage_return_and_a_line_feed() =>
        Assert.Equal("BEGIN:VEVENT\r\nEND:VEVENT\r\n", Write(lines => { lines.Add("BEGIN", "VEVENT"); lines.Add("END", "VEVENT"); }));

    [Fact]
    public void What_means_something_in_the_file_is_escaped() =>
        Assert.Equal(
            "SUMMARY:Groen\\, grijs\\; en C:\\\\Temp\\nTweede regel\\nDerde: \"klaar\"\r\n",
            Write(lines => lines.AddText("SUMMARY", "Groen, grijs; en C:\\Temp\r\nTweede regel\nDerde: \"klaar\"")));

    [Fact]
    public void Moments_are_written_in_universal_time_and_on_the_clock_of_a_zone()
    {
        var evening = new DateTimeOffset(2026, 11, 24, 19, 30, 0, TimeSpan.FromHours(1));

        Assert.Equal("DTSTAMP:20261124T183000Z\r\n", Write(lines => lines.AddInstant("DTSTAMP", evening)));
        Assert.Equal("DTSTART;TZID=Europe/Amsterdam:20261124T193000\r\n", Write(lines => lines.AddClock("DTSTART", "Europe/Amsterdam", evening.DateTime)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("€")]
    [InlineData("🌳")]
    [InlineData("ع")]
    public void A_long_line_is_folded_between_characters_and_no_part_is_longer_than_75_octets(string character)
    {
        for (var shift = 0; shift < 5; shift++)
        {
            var text = new string('x', shift) + string.Concat(Enumerable.Repeat(character, 300));

            var file = Write(lines => lines.AddText("SUMMARY", text));

            var parts = file.TrimEnd().Split("\r\n");
            Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, 75));
            Assert.All(parts.Skip(1), part => Assert.StartsWith(" ", part, StringComparison.Ordinal));
            Assert.DoesNotContain('\uFFFD', file);
            Assert.Equal($"SUMMARY:{text}\r\n", file.Replace("\r\n ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_line_of_exactly_75_octets_is_not_folded()
    {
        Assert.Single(Write(lines => lines.Add("NAME", new string('x', 70))).TrimEnd().Split("\r\n"));
        Assert.Equal(2, Write(lines => lines.Add("NAME", new string('x', 71))).TrimEnd().Split("\r\n").Length);
    }

    private static string Write(Action<ContentLines> fill)
    {
        var lines = new ContentLines();
        fill(lines);
        return Encoding.UTF8.GetString(lines.ToUtf8());
    }
}
