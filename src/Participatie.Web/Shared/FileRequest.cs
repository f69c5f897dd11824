namespace Participatie.Web.Shared;

/// <summary>How a file is asked for, and what a browser may do with it.</summary>
public static class FileRequest
{
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>For an address that holds the fingerprint of its content: it never shows anything else.</summary>
    public static void KeepForGood(HttpResponse response) => response.Headers.CacheControl = "public, max-age=31536000, immutable";

    /// <summary>For a file that somebody brought: nothing in it runs, whatever it says it is.</summary>
    public static void RunNothing(HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
}
