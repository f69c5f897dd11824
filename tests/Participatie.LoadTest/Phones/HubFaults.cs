namespace Participatie.LoadTest.Phones;

/// <summary>The connection broke before the answer came: nobody knows what became of the call.</summary>
public sealed class ConnectionLostException : Exception
{
    public ConnectionLostException()
        : this("The connection was lost.")
    {
    }

    public ConnectionLostException(Exception inner)
        : this("The connection was lost.", inner)
    {
    }

    public ConnectionLostException(string message)
        : base(message)
    {
    }

    public ConnectionLostException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>The hub threw; its message is what the phone heard.</summary>
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
