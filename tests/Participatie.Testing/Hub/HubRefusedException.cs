namespace Participatie.Testing.Hub;

/// <summary>The hub threw, or refused the connection.</summary>
public sealed class HubRefusedException : Exception
{
    public HubRefusedException(string message)
        : base(message)
    {
    }

    public HubRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public HubRefusedException()
    {
    }
}
