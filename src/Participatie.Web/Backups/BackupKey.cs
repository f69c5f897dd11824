using Participatie.Web.Data;

namespace Participatie.Web.Backups;

/// <summary>The file with the key of sealed backups: 32 random bytes in base 64, such as <c>openssl rand -base64 32</c> writes.</summary>
public static class BackupKey
{
    public static async Task<byte[]> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            var key = Convert.FromBase64String((await File.ReadAllTextAsync(path, ct)).Trim());
            return key.Length == SealedFile.KeyLength ? key : throw Refusal(path);
        }
        catch (FormatException)
        {
            throw Refusal(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorFault($"The file of the key cannot be read: {fault.Message}", fault);
        }
    }

    private static OperatorFault Refusal(string path) =>
        new($"'{path}' holds no key: it needs 32 random bytes in base 64, such as 'openssl rand -base64 32' writes.");
}
