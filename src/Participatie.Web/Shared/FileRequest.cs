namespace Participatie.Web.Shared;

/// <summary>How a file is asked for.</summary>
public static class FileRequest
{
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
}
