using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participatie.Web.Polls.Doors;

/// <summary>One resident's turn on the tablet, in one poll.</summary>
/// <param name="ParticipantId">Made for this turn: the tablet itself is nobody.</param>
public sealed record Turn(Guid PollId, Guid ParticipantId);

/// <summary>Carries a turn from the page with the ballot to its answer. It goes with the page, so the next resident has none of it.</summary>
public sealed class TabletTurn(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("tablet-turn").ToTimeLimitedDataProtector();

    public string Write(Turn turn) => protector.Protect($"{turn.PollId:N}{turn.ParticipantId:N}", Lifetime);

    /// <summary>The turn; null when it took too long, or was made up.</summary>
    public Turn? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : Parse(protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Turn Parse(string ids) => new(Guid.ParseExact(ids.AsSpan(0, 32), "N"), Guid.ParseExact(ids.AsSpan(32), "N"));
}
