using Participatie.Web.Meetings;

namespace Participatie.Web.Demonstration;

/// <summary>What a newcomer reads in the terminal after the first start.</summary>
public static class Welcome
{
    public static void Print(DemoSummary summary, string address)
    {
        Console.WriteLine(
            $"""

            Welcome to Participatie. A demonstration is ready: the wijktafel of Overvecht is meeting now.

              The website        {address}/
              Join with a phone  {address}/meedoen   code {Codes.Spaced(summary.MeetingCode)}
              The projector      {address}/m/{summary.MeetingCode}/scherm
              The facilitator    {address}/m/{summary.MeetingCode}/leiden

            Passes, each one vote in a binding poll: {string.Join("  ", summary.Passes.Take(4).Select(Codes.Spaced))}

            Staff sign in at {address}/inloggen
            """);
        foreach (var account in summary.Staff)
            Console.WriteLine($"  {account.Role,-14} {account.Email,-24} {account.Password}");
        Console.WriteLine();
    }
}
