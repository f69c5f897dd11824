using System.Security.Cryptography;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>
/// What a ballot is stored under while its poll is open. Without the poll's random key, which is destroyed when a
/// secret poll closes, nobody can go from a person to a ballot or back.
/// </summary>
public static class BallotKeys
{
    private const int KeyBytes = 16;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(32);

    /// <summary>The key of the one ballot that this voter (a pass, or a participant without one) has in a poll.</summary>
    public static byte[] Of(byte[] secret, Guid voter) => HMACSHA256.HashData(secret, voter.ToByteArray(bigEndian: true))[..KeyBytes];

    /// <summary>The key of a ballot that belongs to nobody in particular: a raised hand.</summary>
    public static byte[] OfNobody() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The inclusion code of a ballot: proves that it was counted, tells nothing of what it says.</summary>
    public static string Receipt(byte[] secret, byte[] ballotKey) =>
        Codes.FromHash(HMACSHA256.HashData(secret, (byte[])[.. "receipt"u8, .. ballotKey]), Codes.ReceiptLength);
}
