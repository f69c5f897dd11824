using System.Buffers.Text;
using System.Security.Cryptography;
using Participatie.Web.Data;

namespace Participatie.Web.Shared;

/// <summary>What somebody may do who holds a link.</summary>
public enum LinkPurpose
{
    ConfirmAtOnce,
    ConfirmWeekly,
    Stop,
    BeGuest,
}

/// <summary>
/// Writes and reads the links that only one person gets, by mail or on paper: whose it is, a purpose, and the proof that this
/// installation wrote them. Only mail that still waits to be sent holds one, so nobody finds them in the database later.
/// </summary>
public sealed class LinkKey(byte[] secret)
{
    private const string SecretName = "subscriptions"; // the first to have such links, which still have to work
    private const int ClaimLength = 16 + 1;
    private const int ProofLength = 16;

    public static async ValueTask<LinkKey> OfAsync(InstallationSecrets secrets, CancellationToken ct) => new(await secrets.GetAsync(SecretName, ct));

    /// <summary>A link for the owner of this identifier.</summary>
    public string Write(Guid id, LinkPurpose purpose)
    {
        byte[] claim = [.. id.ToByteArray(), (byte)purpose];
        return Base64Url.EncodeToString([.. claim, .. Proof(claim)]);
    }

    /// <summary>Whose link of this purpose it is; null when it is none that this installation wrote.</summary>
    public Guid? Read(string link, LinkPurpose purpose) =>
        Base64Url.IsValid(link)
        && Base64Url.DecodeFromChars(link) is { Length: ClaimLength + ProofLength } bytes
        && bytes[ClaimLength - 1] == (byte)purpose
        && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(ClaimLength), Proof(bytes[..ClaimLength]))
            ? new Guid(bytes.AsSpan(0, 16))
            : null;

    private byte[] Proof(byte[] claim) => HMACSHA256.HashData(secret, claim)[..ProofLength];
}
