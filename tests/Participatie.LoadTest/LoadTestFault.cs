namespace Participatie.LoadTest;

/// <summary>Why nothing could be measured, in one sentence for the terminal.</summary>
public sealed class LoadTestFault : Exception
{
    public LoadTestFault(string message)
        : base(message)
    {
    }

    public LoadTestFault(string message, Exception inner)
        : base(message, inner)
    {
    }

    public LoadTestFault()
    {
    }
}
