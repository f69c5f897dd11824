using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

public sealed class SharedReadingTests
{
    [Fact]
    public async Task Who_asks_during_a_reading_shares_it_and_who_asks_later_reads_again()
    {
        var readings = 0;
        var slow = new TaskCompletionSource<string>();
        var shared = new SharedReading<int, string>(_ =>
        {
            readings++;
            return slow.Task;
        });

        var hall = Enumerable.Range(0, 600).Select(_ => shared.ReadAsync(1)).ToList();
        slow.SetResult("open");

        Assert.All(await Task.WhenAll(hall), answer => Assert.Equal("open", answer));
        Assert.Equal(1, readings);
        await shared.ReadAsync(1);
        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task A_reading_that_fails_is_not_remembered()
    {
        var readings = 0;
        var shared = new SharedReading<int, string>(_ => ++readings == 1 ? Task.FromException<string>(new IOException()) : Task.FromResult("open"));

        await Assert.ThrowsAsync<IOException>(() => shared.ReadAsync(1));

        Assert.Equal("open", await shared.ReadAsync(1));
    }
}
