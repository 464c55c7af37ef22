import RFC1035

/// Services where whoever asks first gets a host name: when the office's customer leaves, a stranger can take
/// the name over and answers for the government. A flag, not a proof (after EdOverflow/can-i-take-over-xyz).
public enum ClaimableHosts {
    /// The suffix and the service a host belongs to.
    public static func service(of host: Name) -> (suffix: String, service: String)? {
        suffixes.first { row in (try? Name(row.suffix)).map { host.isAtOrBelow($0) } ?? false }
    }

    static let suffixes: [(suffix: String, service: String)] = [
        ("s3.amazonaws.com", "Amazon S3"), ("elasticbeanstalk.com", "AWS Elastic Beanstalk"),
        ("elb.amazonaws.com", "AWS load balancer"), ("cloudfront.net", "Amazon CloudFront"),
        ("amazonaws.com", "Amazon Web Services"),
        ("github.io", "GitHub Pages"), ("gitlab.io", "GitLab Pages"), ("bitbucket.io", "Bitbucket"),
        ("herokuapp.com", "Heroku"), ("herokudns.com", "Heroku"),
        ("azurewebsites.net", "Azure App Service"), ("cloudapp.net", "Azure"), ("cloudapp.azure.com", "Azure"),
        ("azureedge.net", "Azure CDN"), ("azurefd.net", "Azure Front Door"),
        ("trafficmanager.net", "Azure Traffic Manager"), ("blob.core.windows.net", "Azure Blob Storage"),
        ("web.core.windows.net", "Azure Storage"), ("azure-api.net", "Azure API Management"),
        ("azurestaticapps.net", "Azure Static Web Apps"), ("azurecontainer.io", "Azure Container Instances"),
        ("storage.googleapis.com", "Google Cloud Storage"), ("appspot.com", "Google App Engine"),
        ("web.app", "Firebase"), ("firebaseapp.com", "Firebase"), ("ghs.googlehosted.com", "Google Sites"),
        ("ghs.google.com", "Google Sites"), ("blogspot.com", "Blogger"),
        ("netlify.app", "Netlify"), ("netlify.com", "Netlify"), ("vercel.app", "Vercel"),
        ("vercel-dns.com", "Vercel"), ("now.sh", "Vercel"), ("pages.dev", "Cloudflare Pages"),
        ("workers.dev", "Cloudflare Workers"), ("fly.dev", "Fly.io"), ("onrender.com", "Render"),
        ("surge.sh", "Surge"), ("readthedocs.io", "Read the Docs"), ("pantheonsite.io", "Pantheon"),
        ("wordpress.com", "WordPress.com"), ("wpengine.com", "WP Engine"), ("myshopify.com", "Shopify"),
        ("zendesk.com", "Zendesk"), ("freshdesk.com", "Freshdesk"), ("helpscoutdocs.com", "Help Scout"),
        ("statuspage.io", "Statuspage"), ("ghost.io", "Ghost"), ("tumblr.com", "Tumblr"),
        ("unbouncepages.com", "Unbounce"), ("webflow.io", "Webflow"), ("wixdns.net", "Wix"),
        ("fastly.net", "Fastly"), ("agilecrm.com", "Agile CRM"), ("ngrok.io", "ngrok"),
        ("digitaloceanspaces.com", "DigitalOcean Spaces"), ("ondigitalocean.app", "DigitalOcean Apps"),
        ("my.id", "free my.id names"), ("000webhostapp.com", "000webhost"), ("weebly.com", "Weebly"),
    ]
}
