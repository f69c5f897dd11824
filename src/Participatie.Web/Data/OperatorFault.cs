namespace Participatie.Web.Data;

/// <summary>A fault that the operator can mend. Its message is one plain English sentence for the terminal.</summary>
public sealed class OperatorFault : Exception
{
    public OperatorFault(string message)
        : base(message)
    {
    }

    public OperatorFault(string message, Exception inner)
        : base(message, inner)
    {
    }

    public OperatorFault()
    {
    }
}
