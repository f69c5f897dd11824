using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

public sealed class RowKeyTests
{
    [Fact]
    public void Keys_stand_in_the_order_in_which_they_were_made()
    {
        var keys = Enumerable.Range(0, 50_000).Select(_ => RowKey.New().ToString()).ToList();

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Distinct(keys);
    }

    [Fact]
    public async Task Threads_that_make_keys_together_make_different_ones()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => RowKey.New().ToString()[..18]).ToList())));

        Assert.Distinct(keys.SelectMany(some => some));
    }

    [Fact]
    public void A_key_tells_its_version_and_when_it_was_made()
    {
        var before = DateTimeOffset.UtcNow;
        var key = RowKey.New();

        Assert.Equal((7, 0b1000), (key.Version, key.Variant & 0b1100));
        var made = DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(key.ToString("N")[..12], 16));
        Assert.Equal(before, made, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_key_in_the_place_of_another_is_another_and_stands_there()
    {
        var (first, second, third) = (RowKey.New(), RowKey.New(), RowKey.New());

        var instead = RowKey.InPlaceOf(second);

        Assert.NotEqual(second, instead);
        string[] order = [first.ToString(), instead.ToString(), third.ToString()];
        Assert.Equal(order.Order(StringComparer.Ordinal), order);
    }
}
