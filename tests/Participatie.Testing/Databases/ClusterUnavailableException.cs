namespace Participatie.Testing.Databases;

/// <summary>PostgreSQL cannot be run on this machine; the message is a sentence that says why.</summary>
public sealed class ClusterUnavailableException : Exception
{
    public ClusterUnavailableException(string message)
        : base(message)
    {
    }

    public ClusterUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ClusterUnavailableException()
    {
    }
}
