using System.Globalization;
using Participatie.Core.Polls;

namespace Participatie.Web.Polls;

/// <summary>The mean and the median of marks in words.</summary>
public static class Marks
{
    /// <summary>With two decimals at most: <c>3,67</c>.</summary>
    public static string Mean(Rating rating) => (rating.MeanHundredths / 100m).ToString("0.##", CultureInfo.CurrentCulture);

    public static string Median(Rating rating) => (rating.MedianTwice / 2m).ToString("0.#", CultureInfo.CurrentCulture);
}
