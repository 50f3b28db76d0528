# shellcheck shell=bash disable=SC2034,SC2154 # the parts share their variables
# The nginx site for the forum; each version brings the parts that it includes.

site_file=/etc/nginx/sites-available/parley

# site_host: the forum's domain name
site_host() {
  local host
  host=$(setting site.url)
  host=${host#*://}
  host=${host%%/*}
  echo "${host%%:*}"
}

# Uses HTTPS when certbot has installed a certificate for that name.
place_site() {
  local host template=parley.conf enabled=/etc/nginx/sites-enabled
  host=$(site_host)
  if [ -e "/etc/letsencrypt/live/$host/fullchain.pem" ]; then
    template=parley-tls.conf
  fi
  folder 755 root /var/www/parley-acme # certbot's challenges for that name
  sed "s/forum\.example\.org/$host/g" "$release/conf/nginx/$template" >"$scratch/site"
  place "$scratch/site" "$site_file" 0644
  if [ ! -e "$enabled/parley" ]; then
    ln -s "$site_file" "$enabled/parley"
    changed "enabled nginx's site parley"
  fi
  if we_installed nginx && [ -L "$enabled/default" ]; then
    rm "$enabled/default"
    changed "disabled nginx's welcome page"
  fi
  quietly nginx -t || fail "nginx does not accept its files; see above" \
    "if the error is in $enabled/parley, report it to Parley's developers; otherwise fix that file; then run this again"
  if [ "$template" = parley-tls.conf ] && [[ $(setting site.url) = http:* ]]; then
    say "a certificate is installed: change site.url in $settings_file to https://$host, and restart the forum"
  fi
}
